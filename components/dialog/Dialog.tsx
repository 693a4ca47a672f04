// The dialog in the desk frame: shows what the desk knows, gives back one answer, and tells the frame how high it is.
import { useEffect, useRef } from 'react';
import '../theme.css';
import './dialog.css';
import type { DialogPorts, DialogView } from './dialog-view.ts';
import { Plain } from './Plain.tsx';
import { Preview } from './Preview.tsx';
import { Verdict } from './Verdict.tsx';

export function Dialog({ view, ports }: { view: DialogView; ports: DialogPorts }) {
  const frame = useRef<HTMLDivElement>(null);
  const resized = useRef(ports.resized);
  resized.current = ports.resized;
  useEffect(() => {
    const content = frame.current!;
    const observer = new ResizeObserver(() => resized.current?.(Math.ceil(content.getBoundingClientRect().height)));
    observer.observe(content);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={frame} className="dialog-frame">
      {view.state === 'verdict' ? (
        <Verdict key={view.id} view={view} ports={ports} />
      ) : view.state === 'preview' ? (
        <Preview view={view} ports={ports} />
      ) : (
        <Plain key={view.state} view={view} ports={ports} />
      )}
    </div>
  );
}
