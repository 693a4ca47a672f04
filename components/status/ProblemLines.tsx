// What is wrong in a policy, one line a setting. The lines are English in every language (docs/adr/0021), and said to be.
import type { PolicyProblem } from '@/policy/problem.ts';

/** `isLoud`: nothing beside them says in red that something is wrong. */
export function ProblemLines({ problems, isLoud }: { problems: readonly PolicyProblem[]; isLoud?: true }) {
  return (
    <ul className="lines">
      {problems.map(({ key, problem }) => (
        <li key={`${key} ${problem}`} className={isLoud && 'problem'}>
          <code>{key}</code> <span lang="en">{problem}</span>
        </li>
      ))}
    </ul>
  );
}
