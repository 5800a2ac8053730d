package io.sallyport.cli;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.skill.Report;
import io.sallyport.skill.Skills;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a skill is asked about, a case or a message that is none, and how what it found is printed. */
final class SkillMatter {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SkillOutput output = new SkillOutput();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CASE",
            description = "A case's id. Without one, a message: --message, --file or standard input.")
    private Optional<CaseId> caseId = Optional.empty();

    @Option(names = "--message", paramLabel = "TEXT", description = "A customer's words.")
    private Optional<String> message = Optional.empty();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "A file with a customer's words; - reads standard input.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--from", paramLabel = "ADDRESS", description = "Of a message: the customer's address.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--subject", paramLabel = "TEXT", description = "Of a message: its subject.")
    private Optional<String> subject = Optional.empty();

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            description = "Of a message: ${COMPLETION-CANDIDATES} (default: web).")
    private Optional<Channel> channel = Optional.empty();

    /** Reads what there is to read before the desk is opened, then asks the skill about it. */
    int print(BiFunction<Skills, CaseRecord, Report> skill) throws IOException {
        var read = read();
        return output.print(skills -> skill.apply(skills, read.apply(skills)));
    }

    private Function<Skills, CaseRecord> read() throws IOException {
        long given =
                Stream.of(caseId, message, file).filter(Optional::isPresent).count();
        if (given > 1) {
            throw Usage.wrong(spec, "give one of a case's id, --message and --file");
        }
        if (caseId.isPresent()) {
            if (Stream.of(from, subject, channel).anyMatch(Optional::isPresent)) {
                throw Usage.wrong(spec, "--from, --subject and --channel are a message's; a case has its own");
            }
            return skills -> skills.load(caseId.get());
        }
        String text = message.isPresent() ? message.get() : text();
        if (text.isBlank()) {
            throw Usage.wrong(spec, "the message is empty; give a case's id, --message, --file or standard input");
        }
        return skills -> skills.message(from.orElse(""), subject.orElse(""), text, channel.orElse(Channel.WEB));
    }

    private String text() throws IOException {
        boolean isStandardInput = file.map(path -> path.toString().equals("-")).orElse(true);
        byte[] bytes = isStandardInput ? System.in.readAllBytes() : Files.readAllBytes(file.orElseThrow());
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw Usage.wrong(spec, (isStandardInput ? "standard input" : file.orElseThrow()) + " is no UTF-8 text");
        }
    }
}
