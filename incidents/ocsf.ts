// An entry as security tools know one: OCSF's Data Security Finding, class 2006. The whole envelope goes along under `unmapped`, so that
// its hash can be checked wherever it ends up. https://schema.ocsf.io/1.4.0/classes/data_security_finding
import type { Envelope } from './envelope.ts';
import { rowIdOf, timeOf } from './envelope.ts';
import type { Incident } from './incident.ts';

const classUid = 2006;
const create = 1;
const update = 2;
const severities = { allow: 1, warn: 2, justify: 3, block: 4 } as const;
const unknown = 0;
const informational = 1;

/** Plain data, no value of anybody in it that the envelope does not have. */
export function ocsfOf(envelope: Envelope): Record<string, unknown> {
  const { entry, id, sentFrom } = envelope;
  const isNew = entry.type === 'incident' || entry.type === 'report';
  const activity = isNew ? create : update;
  return {
    category_uid: 2,
    class_uid: classUid,
    activity_id: activity,
    type_uid: classUid * 100 + activity,
    time: timeOf(entry),
    severity_id: informational,
    status_id: isNew ? 1 : unknown,
    metadata: {
      version: '1.4.0',
      uid: id,
      profiles: ['security_control'],
      product: { name: 'Gatehouse', vendor_name: 'Gatehouse', version: sentFrom.extensionVersion },
    },
    finding_info: {
      uid: rowIdOf(entry),
      title: `Gatehouse ${entry.type}`,
      types: [entry.type],
      created_time: timeOf(entry),
    },
    ...(entry.type === 'incident' && incidentParts(entry.incident)),
    ...(entry.type === 'report' && { severity_id: severities.justify, actor: actorOf(entry.report.actor.value) }),
    unmapped: { gatehouse: envelope },
  };
}

function incidentParts(incident: Incident): Record<string, unknown> {
  const { verdict, policy, kinds, recipients, place, actor, outcome } = incident;
  const left = outcome === 'left';
  return {
    severity_id: severities[verdict.action],
    is_alert: verdict.action !== 'allow',
    actor: actorOf(actor.value),
    // Security control profile: 1 allowed, 2 denied; 1 allowed, 2 blocked.
    action_id: left ? 1 : 2,
    disposition_id: left ? 1 : 2,
    src_endpoint: { hostname: place.host },
    ...(recipients.domains.length > 0 && { dst_endpoint: { hostname: recipients.domains[0] } }),
    data_security: {
      // In transit.
      data_lifecycle_state_id: 2,
      detection_system_id: 99,
      detection_system: 'Browser extension',
      detection_pattern: kinds.map(({ kind }) => kind).join(', '),
      policy: { name: 'Gatehouse', uid: policy.hash, version: policy.version },
    },
  };
}

const actorOf = (name: string) => ({ user: { name: name || 'unknown' } });
