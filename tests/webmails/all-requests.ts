// Requests of every product that is known.
import { hostedRequests } from '@/webmails/hosted-requests.ts';
import { requestsOf } from '@/webmails/requests.ts';
import { selfHostedRequests } from '@/webmails/self-hosted-requests.ts';

export const requestIn = requestsOf([...hostedRequests, ...selfHostedRequests]);
