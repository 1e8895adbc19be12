import { indicatorContract } from '../contract.ts';
import { purchasesByMonth } from './index.ts';

indicatorContract(import.meta.dirname, purchasesByMonth);
