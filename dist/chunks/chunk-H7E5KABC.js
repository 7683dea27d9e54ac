import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/remembered.ts
function remembered(ask) {
  const answers = /* @__PURE__ */ new Map();
  return (text) => {
    const answer = answers.get(text) ?? ask(text);
    answers.set(text, answer);
    return answer;
  };
}

export {
  remembered
};
