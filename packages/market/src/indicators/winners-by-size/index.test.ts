import { indicatorContract } from '../contract.ts';
import { winnersBySize } from './index.ts';

indicatorContract(import.meta.dirname, winnersBySize);
