import { indicatorContract } from '../contract.ts';
import { winnersByForm } from './index.ts';

indicatorContract(import.meta.dirname, winnersByForm);
