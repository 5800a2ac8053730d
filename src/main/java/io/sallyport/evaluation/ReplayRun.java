package io.sallyport.evaluation;

import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.platform.Build;
import io.sallyport.platform.FileHash;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a replay is of: these messages, these articles and this build of the program. Where any of them has changed it
 * is another replay, which must not report what an earlier one came to.
 *
 * @param messages a file of {@link ReplayInput}
 * @param articles a folder of Markdown files
 */
public record ReplayRun(Path messages, Path articles) {

    public ReplayRun {
        messages = messages.toAbsolutePath().normalize();
        articles = articles.toAbsolutePath().normalize();
    }

    /** The name under which its messages are taken in. */
    public String source() {
        return "replay:" + messages;
    }

    /** The scratch database in which an earlier, killed run of the same may have left its work. */
    public ScratchDatabase open(Path var) throws IOException {
        return ScratchDatabase.open(var, about());
    }

    /** The same without that work. */
    public ScratchDatabase openFresh(Path var) throws IOException {
        return ScratchDatabase.openFresh(var, about());
    }

    /** Whatever tells it from others. */
    String[] about() throws IOException {
        return new String[] {
            source(), articles.toString(), FileHash.of(messages), KnowledgeBase.contentHash(articles), Build.hash()
        };
    }
}
