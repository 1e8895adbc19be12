import { indicatorContract } from '../contract.ts';
import { socialCriteria } from './index.ts';

indicatorContract(import.meta.dirname, socialCriteria);
