import { indicatorContract } from '../contract.ts';
import { coverage } from './index.ts';

indicatorContract(import.meta.dirname, coverage);
