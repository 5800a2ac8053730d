package io.sallyport.cli;

import io.sallyport.casefile.CaseId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "kb-article",
        description = {
            "Drafts an article from how a case was answered, and says which articles have it already.",
            "Changes nothing; the draft is printed and may not be quoted before a person has reviewed it."
        })
final class KbArticleCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CASE", description = "A case that was answered, or that a person solved.")
    private CaseId caseId = CaseId.random();

    @Option(names = "--anyway", description = "Drafts also what articles have already.")
    private boolean anyway;

    @Option(
            names = "--pattern",
            description =
                    "Drafts from how a person solved it, as 'kb patterns' lists it, however the case has gone on since.")
    private boolean fromPattern;

    @Mixin
    private SkillOutput output = new SkillOutput();

    @Override
    public Integer call() {
        return output.print(
                skills -> skills.article(fromPattern ? skills.solved(caseId) : skills.load(caseId), anyway));
    }
}
