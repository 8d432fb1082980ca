import { parseDate, type CalendarDate } from '@internationalized/date';
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Label,
  Popover,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons.tsx';
import './date-field.css';
import './overlay.css';

/** A calendar date, typed or picked, in the order and with the month names of the interface's language. */
export function DateField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  /** ISO 8601 calendar date; null: none yet. */
  readonly value: string | null;
  readonly onChange: (date: string | null) => void;
}) {
  const { t } = useTranslation();
  return (
    <DatePicker<CalendarDate>
      className="field"
      value={value === null ? null : parseDate(value)}
      onChange={(date) => onChange(date === null ? null : date.toString())}
      shouldForceLeadingZeros={false}
    >
      <Label className="field-label">{label}</Label>
      <Group className="input date-group">
        <DateInput className="date-input">
          {(segment) => <DateSegment segment={segment} className="date-segment" />}
        </DateInput>
        <AriaButton className="icon-button icon-button-small">
          <Icon name="calendar" />
        </AriaButton>
      </Group>
      <Popover className="popover" offset={4}>
        <Dialog className="calendar-dialog" aria-label={label}>
          <Calendar className="calendar">
            <header className="calendar-header">
              <AriaButton slot="previous" className="icon-button icon-button-small" aria-label={t('calendar.previous')}>
                <Icon name="back" />
              </AriaButton>
              <Heading className="calendar-month" />
              <AriaButton slot="next" className="icon-button icon-button-small" aria-label={t('calendar.next')}>
                <Icon name="chevron" />
              </AriaButton>
            </header>
            <CalendarGrid weekdayStyle="short">
              <CalendarGridHeader>
                {(day) => <CalendarHeaderCell className="calendar-weekday">{day}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>{(date) => <CalendarCell date={date} className="calendar-day" />}</CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
