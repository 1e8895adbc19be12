import { indicatorContract } from '../contract.ts';
import { earlierPurchases } from './index.ts';

indicatorContract(import.meta.dirname, earlierPurchases);
