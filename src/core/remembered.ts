/** Asks about each text once; the answers live as long as the returned function. */
export function remembered<Answer extends object | string | boolean>(
  ask: (text: string) => Answer,
): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const answer = answers.get(text) ?? ask(text);
    answers.set(text, answer);
    return answer;
  };
}
