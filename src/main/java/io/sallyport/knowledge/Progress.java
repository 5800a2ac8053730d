package io.sallyport.knowledge;

/** Told how far a long piece of work is. */
@FunctionalInterface
public interface Progress {

    Progress SILENT = (_, _, _) -> {};

    /** @param what such as "reading" or "indexing" */
    void at(String what, int done, int total);
}
