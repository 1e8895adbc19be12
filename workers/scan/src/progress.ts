/** One line that is rewritten while long work goes on. Silent when standard error is no terminal. */
export interface Progress {
  show(text: string): void;
  clear(): void;
}

export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} };
  const erase = '\r\u001b[2K';
  let last = 0;
  return {
    show(text) {
      const now = Date.now();
      if (now - last < 100) return;
      last = now;
      stream.write(erase + text.slice(0, (stream.columns ?? 80) - 1));
    },
    clear() {
      stream.write(erase);
    },
  };
}
