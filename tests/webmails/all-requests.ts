// Requests of every product that is known.
import { hostedRequests } from '@/webmails/requests/hosted.ts';
import { requestsOf } from '@/webmails/requests/requests.ts';
import { selfHostedRequests } from '@/webmails/requests/self-hosted.ts';

export const requestIn = requestsOf([...hostedRequests, ...selfHostedRequests]);
