import { indicatorContract } from '../contract.ts';
import { capacity } from './index.ts';

indicatorContract(import.meta.dirname, capacity);
