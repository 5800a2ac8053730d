/** OpenAI's models, and every server that speaks its chat completions, Ollama among them, through OpenAI's client library. */
@NullMarked
package io.sallyport.model.openai;

import org.jspecify.annotations.NullMarked;
