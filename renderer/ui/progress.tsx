import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import './progress.css';

/** A bar for running work; `value` 0–1, null when nobody knows. */
export function ProgressBar({ label, value }: { readonly label: string; readonly value: number | null }) {
  return (
    <AriaProgressBar
      className="progress"
      aria-label={label}
      minValue={0}
      maxValue={1}
      {...(value === null ? { isIndeterminate: true } : { value })}
    >
      {({ percentage, isIndeterminate }) => (
        <div className="progress-track">
          <div
            className={isIndeterminate ? 'progress-fill progress-unknown' : 'progress-fill'}
            style={isIndeterminate ? {} : { inlineSize: `${percentage ?? 0}%` }}
          />
        </div>
      )}
    </AriaProgressBar>
  );
}
