import type { HTMLAttributes, ReactNode } from 'react';
import { stringsFor } from '../../../strings/strings.ts';
import type { FormFault } from '../form.ts';

/** A form that posts to its own address, with the sentence about what is wrong above it. */
export function Form(props: { action?: string; fault?: FormFault | undefined; children: ReactNode }) {
  const { action, fault, children } = props;
  return (
    <form method="post" action={action}>
      {fault && (
        <p className="fault" role="alert">
          {fault.sentence}
        </p>
      )}
      {children}
    </form>
  );
}

/** One line to type into, its label above, a hint or what is wrong with it below. */
export function TextField(props: {
  /** Of the page. */
  language: string;
  name: string;
  label: string;
  value: string;
  type?: 'text' | 'email' | 'search';
  hint?: string;
  required?: boolean;
  autoComplete?: string;
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  maxLength?: number;
  fault?: FormFault | undefined;
}) {
  const { name, label, value, type = 'text', hint, required = false, maxLength = 200, fault } = props;
  const wrong = fault?.field === name;
  const notes = [hint && `${name}-hint`, wrong && `${name}-fault`].filter(Boolean).join(' ');
  return (
    <p className="field">
      <label htmlFor={name}>
        {label}
        {!required && <span className="optional"> {stringsFor(props.language).pages.form.optional}</span>}
      </label>
      <input
        id={name}
        name={name}
        type={type}
        dir={type === 'email' ? 'ltr' : undefined}
        defaultValue={value}
        required={required}
        maxLength={maxLength}
        autoComplete={props.autoComplete}
        inputMode={props.inputMode}
        aria-invalid={wrong || undefined}
        aria-describedby={notes || undefined}
      />
      {hint && (
        <span className="small" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {wrong && (
        <span className="wrong" id={`${name}-fault`}>
          {fault.sentence}
        </span>
      )}
    </p>
  );
}

/** One question with several boxes or buttons, and what is wrong with the answer. */
export function Choices(props: {
  name: string;
  legend: string;
  hint?: string;
  fault?: FormFault | undefined;
  children: ReactNode;
}) {
  const { name, legend, hint, fault, children } = props;
  const wrong = fault?.field === name;
  return (
    <fieldset aria-describedby={wrong ? `${name}-fault` : undefined}>
      <legend>{legend}</legend>
      {hint && <p className="small">{hint}</p>}
      {children}
      {wrong && (
        <p className="wrong" id={`${name}-fault`}>
          {fault.sentence}
        </p>
      )}
    </fieldset>
  );
}

/** A box or a radio button with its label; no consent is chosen beforehand unless the person has chosen it. */
export function Choice(props: {
  type: 'checkbox' | 'radio';
  name: string;
  value: string;
  label: ReactNode;
  checked: boolean;
  required?: boolean;
}) {
  const { type, name, value, label, checked, required } = props;
  return (
    <label className="choice">
      <input type={type} name={name} value={value} defaultChecked={checked} required={required} />
      <span>{label}</span>
    </label>
  );
}

/** How a signer is shown among the recent ones: a question without a default. */
export function DisplayChoice(props: { language: string; chosen: string; fault?: FormFault | undefined }) {
  const { display, displays } = stringsFor(props.language).pages.form;
  return (
    <Choices name="display" legend={display} fault={props.fault}>
      {DISPLAYS.map((value) => (
        <Choice
          key={value}
          type="radio"
          name="display"
          value={value}
          label={displays[value]}
          checked={props.chosen === value}
          required
        />
      ))}
    </Choices>
  );
}

const DISPLAYS = ['name', 'initials', 'hidden'] as const;
