import { describe, expect, it } from 'vitest';
import { ipAddress } from '../../detectors/ip-address.ts';
import { countPeople } from '../../scan/people/count-people.ts';
import { scanPart } from '../../scan/scan-part.ts';
import { testDetector } from './harness.ts';

testDetector(ipAddress, {
  finds: [
    'from ⟦203.0.113.7⟧ and ⟦198.51.100.23⟧:8080',
    'logged in from ⟦192.168.0.1⟧.',
    '⟦203.0.113.0⟧/24',
    'http://⟦203.0.113.7⟧/index.html',
    'my ip is ⟦8.8.8.8⟧',
    'The phone ⟦203.0.113.71⟧ does not answer pings',
    '⟦684D:1111:222:3333:4444:5555:6:77⟧',
    '⟦2001:db8::8a2e:370:7334⟧ ⟦fe80::1⟧ ⟦2400:c401::5054:ff:fe1b:b031⟧',
    'Connect to [⟦2001:db8::1⟧]:8080, then http://[⟦2001:db8::2⟧]/path',
    '⟦fe80::1%eth0⟧ and ⟦A099::09C0:876A:130B⟧',
    '⟦::ffff:203.0.113.7⟧ is mapped',
    'address ⟦2001:db8:0:0:0:0:2:1⟧: used',
  ],
  ignores: {
    '192.168.0': 'three numbers',
    '203.0.113.256': 'beyond 255',
    '203.0.113.7.5': 'five numbers',
    'version 10.0.3.11': 'a version',
    'Chrome/120.10.3.20': 'a product',
    'see section 3.2.1.4': 'a section',
    '127.0.0.1 and ::1': 'loopback',
    '0.0.0.0': 'unspecified',
    '255.255.255.0': 'a netmask',
    '01.02.03.04': 'a date or a version',
    'v10.20.30.40': 'a version',
    '684D:1111:222:3333:4444:5555:77': 'seven groups',
    '15:42:50.123': 'a time',
    '12:30:45:10': 'a time code',
    'a1::b2': 'a name in a program',
    '0:0:0:0:0:0:0:0:2181': 'unspecified, with a port',
    'std::vector1::size2': 'a program',
    '2001:db8:::1': 'three colons',
  },
  reads: {
    '203.0.113.7': '203.0.113.7',
    '203.0.113.7:443': '203.0.113.7',
    '2001:DB8::1': '2001:db8:0:0:0:0:0:1',
    '1.2.3': undefined,
    localhost: undefined,
    '': undefined,
  },
});

describe('an internet address', () => {
  it('is about nobody by itself', () => {
    const text =
      '203.0.113.7 - - [21/Nov/2026] "GET / HTTP/1.1" 200\n198.51.100.23 - - [21/Nov/2026] "GET / HTTP/1.1" 200';
    const scan = scanPart({ name: 'body', type: 'text/plain', text }, { session: 7 });
    expect(countPeople([scan], { recipients: [], firmDomains: [] }, 7).estimate).toBe(0);
  });
});
