// A vitest run as a step: its own report on screen, its counts from the JSON report.
// Source: https://vitest.dev/guide/reporters.html#json-reporter
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram, step, type Tally } from './steps.ts';

interface TestResult {
  status: string;
  fullName: string;
  failureMessages: string[];
}

interface Report {
  numPassedTests: number;
  success: boolean;
  testResults: { name: string; status: string; message: string; assertionResults: TestResult[] }[];
}

/** Runs vitest with `args`. A file that breaks before its first test counts as one failure, as does a run without a test. */
export function vitestStep(name: string, args: string[]): Promise<Tally> {
  return step(name, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-report-'));
    const file = join(folder, 'report.json');
    try {
      const command = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args];
      const { ok } = await runProgram('node_modules/.bin/vitest', command, true);
      return tallyOf(JSON.parse(readFileSync(file, 'utf8')) as Report, ok);
    } catch (error) {
      console.log(`vitest left no report: ${error instanceof Error ? error.message : error}`);
      return { passed: 0, failed: 1, failures: [name], skipped: [] };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

function tallyOf(report: Report, ok: boolean): Tally {
  const tests = report.testResults.flatMap((suite) => suite.assertionResults);
  const brokenFiles = report.testResults.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  );
  const failures = [
    ...brokenFiles.map((suite) => `${suite.name}: ${firstLine(suite.message)}`),
    ...tests
      .filter((test) => test.status === 'failed')
      .map((test) => `${test.fullName}: ${firstLine(test.failureMessages[0] ?? '')}`),
  ];
  // An error outside every test, or a run that ran nothing.
  if (failures.length === 0 && (!ok || tests.length === 0)) failures.push('vitest itself, see its output');
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    failures,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
  };
}

const firstLine = (message: string): string => message.trim().split('\n', 1)[0] ?? '';
