import { indicatorContract } from '../contract.ts';
import { asfInField } from './index.ts';

indicatorContract(import.meta.dirname, asfInField);
