import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components';
import { render } from '@react-email/render';
import type { ReactNode } from 'react';

const ink = '#152a30';
const quiet = '#56666a';
const pine = '#0a5c50';
const sans = 'Inter, "Segoe UI", Arial, sans-serif';
const serif = '"Source Serif 4", Georgia, serif';

/** A line of a letter; what leads somewhere is a link. */
export type Fact = { label: string; value: string; href?: string };

type LetterProps = {
  locale: string;
  preview: string;
  heading: string;
  paragraphs: string[];
  facts?: Fact[];
  action?: { label: string; href: string };
  footer: string;
};

function Facts({ facts }: { facts: Fact[] }) {
  return (
    <Section style={{ margin: '20px 0', borderTop: '1px solid #e6ddcd' }}>
      {facts.map(({ label, value, href }) => (
        <Text
          key={label}
          style={{ margin: 0, padding: '9px 0', borderBottom: '1px solid #e6ddcd', fontSize: 14, color: ink }}
        >
          <span style={{ color: quiet }}>{label}</span>
          <br />
          {href ? (
            <Link href={href} style={{ color: pine }}>
              {value}
            </Link>
          ) : (
            value
          )}
        </Text>
      ))}
    </Section>
  );
}

function Shell({ locale, preview, children }: { locale: string; preview: string; children: ReactNode }) {
  return (
    <Html lang={locale}>
      <Head />
      <Preview>{preview}</Preview>
      <Body
        style={{ backgroundColor: '#fcf9f2', margin: 0, padding: '24px 12px', fontFamily: sans, color: ink }}
      >
        <Container
          style={{
            maxWidth: 560,
            backgroundColor: '#fffdf9',
            border: '1px solid #e6ddcd',
            borderRadius: 16,
            padding: 28,
          }}
        >
          {children}
        </Container>
      </Body>
    </Html>
  );
}

/** One letter of ours: heading, sentences, facts, at most one button. */
export function Letter({ locale, preview, heading, paragraphs, facts, action, footer }: LetterProps) {
  return (
    <Shell locale={locale} preview={preview}>
      <Text style={{ margin: 0, fontFamily: serif, fontSize: 18, color: pine }}>Consilia</Text>
      <Heading
        as="h1"
        style={{
          fontFamily: serif,
          fontWeight: 400,
          fontSize: 26,
          lineHeight: '32px',
          margin: '18px 0 12px',
        }}
      >
        {heading}
      </Heading>
      {paragraphs.map((paragraph) => (
        <Text key={paragraph} style={{ fontSize: 15, lineHeight: '23px', margin: '0 0 12px' }}>
          {paragraph}
        </Text>
      ))}
      {facts && facts.length > 0 && <Facts facts={facts} />}
      {action && (
        <Button
          href={action.href}
          style={{
            backgroundColor: pine,
            color: '#fffdf9',
            borderRadius: 10,
            padding: '13px 20px',
            fontSize: 15,
            fontWeight: 500,
          }}
        >
          {action.label}
        </Button>
      )}
      <Hr style={{ borderColor: '#e6ddcd', margin: '24px 0 12px' }} />
      <Text style={{ fontSize: 12, lineHeight: '18px', color: quiet, margin: 0 }}>{footer}</Text>
    </Shell>
  );
}

export type RenderedEmail = {
  subject: string;
  html: string;
  text: string;
  attachments?: { filename: string; content: string; contentType: string }[];
};

/** HTML and plain text of a letter. */
export async function renderLetter(subject: string, props: LetterProps): Promise<RenderedEmail> {
  const letter = <Letter {...props} />;
  const [html, text] = await Promise.all([render(letter), render(letter, { plainText: true })]);
  return { subject, html, text };
}
