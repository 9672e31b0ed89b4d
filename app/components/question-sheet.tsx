import type { QuestionSheet } from "../lib/question-sheet.server";

/** One page of A4: the five questions with room to write, how each answer is backed, who signs. */
export function QuestionSheetPage({ sheet }: { sheet: QuestionSheet }) {
  const { language, title, to, from, intro, questions, answer, backed, proofs, note, signed } = sheet;
  return (
    <article lang={language} className="card mx-auto max-w-[48rem] space-y-3 p-5 sm:p-8 print:space-y-2">
      <header>
        <h1 className="text-2xl!">{title}</h1>
        <p className="flex flex-wrap justify-between gap-x-6 text-soft">
          <span>{to}</span>
          <span>{from}</span>
        </p>
      </header>
      <p>{intro}</p>
      <ol className="space-y-3 print:space-y-2">
        {questions.map((question, at) => (
          <li key={question} className="border-t border-line pt-2">
            <p className="font-semibold">
              {at + 1}. {question}
            </p>
            <p className="mt-1 h-12 border-b border-line-strong text-sm text-soft print:h-14">{answer}:</p>
            <p className="mt-1 text-sm">
              {backed}{" "}
              {proofs.map((proof) => (
                <span key={proof} className="me-3 inline-block whitespace-nowrap">
                  <span aria-hidden="true">☐</span> {proof}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ol>
      <p className="border-t border-line pt-2 text-sm">{note}</p>
      <p className="mt-6 w-2/3 border-t border-line-strong pt-1 text-sm text-soft">{signed}</p>
    </article>
  );
}
