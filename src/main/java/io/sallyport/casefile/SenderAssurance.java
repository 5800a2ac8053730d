package io.sallyport.casefile;

/** How sure it is that whoever writes on a case is the customer whose account it is about. May be shared between threads. */
@FunctionalInterface
public interface SenderAssurance {

    /** For a desk that can tell of nobody: what stands in an account is told to nobody. */
    SenderAssurance NOBODY = _ -> Assurance.NONE;

    /** As of now; none where it cannot be told. */
    Assurance of(CaseRecord record);

    /** Whether what stands in the customer's account, such as the numbers of their orders, may be told on this case. */
    default boolean mayBeTold(CaseRecord record) {
        return of(record).isAtLeast(Assurance.MATCHED);
    }
}
