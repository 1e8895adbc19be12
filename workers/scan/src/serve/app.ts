import { messagePage } from '@asf-match/reports';
import type { HttpBindings } from '@hono/node-server';
import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { addAnswerRoutes } from './answer-routes.ts';
import { addFeedRoutes } from './feed-routes.ts';
import { addManageRoutes } from './manage-routes.ts';
import { addOperatorRoutes } from './operator-routes.ts';
import { createRateLimit } from './rate-limit.ts';
import type { Service } from './service.ts';
import { addSubscriptionRoutes } from './subscription-routes.ts';

export type App = Hono<{ Bindings: HttpBindings }>;

const LARGEST_BODY = 16 * 1024;
/** A mail scanner that follows every link of a digest is let through; a flood is not. */
const BURST = 120;
const PER_SECOND = 5;

/**
 * The pages that people reach from their mails. A GET changes nothing, whoever makes it. A form is only as good as the
 * signed address it is sent to: there is no log-in and no cookie, hence nothing that another site could ride on.
 */
export function createApp(service: Service): App {
  const app: App = new Hono();
  const say = (title: string, ...sentences: string[]): string => messagePage(title, sentences, service.frame());
  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"], formAction: ["'self'"], baseUri: ["'none'"], frameAncestors: ["'none'"] },
      // Addresses never leak to other sites; with no-referrer browsers would not even tell us that a form is our own.
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
      strictTransportSecurity: service.publicUrl.startsWith('https:') ? 'max-age=31536000' : false,
    }),
  );
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'private, no-store');
    // Addresses that open without a log-in must not turn up in a search engine.
    c.header('X-Robots-Tag', 'noindex, nofollow');
  });
  app.use(limitRate(service));
  app.use(sameSite(service, say));
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => c.html(say('För mycket', 'Det ni skickade är för stort.'), 413) }));
  app.get('/', (c) => c.html(say('Bevakning av köp och stöd', 'Öppna länkarna i era brev för att svara, ändra eller sluta.')));
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'));
  addSubscriptionRoutes(app, service);
  addManageRoutes(app, service);
  addAnswerRoutes(app, service);
  addFeedRoutes(app, service);
  addOperatorRoutes(app, service);
  app.notFound((c) => c.html(say('Sidan finns inte', 'Kontrollera att hela länken kom med.'), 404));
  app.onError((error, c) => {
    process.stderr.write(`asf-match serve: ${c.req.method}: ${error.message}\n`);
    return c.html(say('Något gick fel', 'Försök igen om en stund.'), 500);
  });
  return app;
}

function limitRate({ trustProxy }: Service): MiddlewareHandler<{ Bindings: HttpBindings }> {
  const mayGoOn = createRateLimit(BURST, PER_SECOND);
  return async (c, next) => {
    const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
    const caller = forwarded || c.env.incoming.socket.remoteAddress || 'unknown';
    if (mayGoOn(caller, performance.now())) return next();
    c.header('Retry-After', '10');
    return c.text('Vänta en stund och försök igen.', 429);
  };
}

/**
 * A form that another site sends is refused, as the browser itself says where it comes from (Sec-Fetch-Site, else Origin).
 * A mail reader that unsubscribes by itself (RFC 8058) says neither.
 */
function sameSite({ publicUrl }: Service, say: (title: string, text: string) => string): MiddlewareHandler<{ Bindings: HttpBindings }> {
  const own = new URL(publicUrl).origin;
  return async (c, next) => {
    const [origin, site] = [c.req.header('origin'), c.req.header('sec-fetch-site')];
    const isForeign = site ? !['same-origin', 'none'].includes(site) : origin !== undefined && origin !== own && origin !== `http://${c.req.header('host')}`;
    if (c.req.method === 'POST' && isForeign) return c.html(say('Inte tillåtet', 'Formuläret skickades från en annan sida.'), 403);
    return next();
  };
}
