package io.sallyport.model.language;

import java.util.Locale;

/** The parts that language models play; each is given to a model by {@code sallyport.models.ROLE}. */
public enum Role {
    TRIAGE,
    SPECIALIST,
    VERIFIER,
    ESCALATION,
    QA,
    ANALYST;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The setting that names this role's model. */
    public String property() {
        return "sallyport.models." + label();
    }
}
