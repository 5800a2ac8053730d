package io.sallyport.model.language;

/** A language model as one role asks it. Never throws for what a model, a vendor or the network does. */
public interface LanguageModel {

    /** As in the settings: {@code anthropic:claude-haiku-4-5}. */
    String name();

    <A> Answer<A> ask(Request<A> request);
}
