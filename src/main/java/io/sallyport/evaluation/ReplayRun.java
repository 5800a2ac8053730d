package io.sallyport.evaluation;

import io.sallyport.knowledge.KnowledgeBase;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
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
            source(), articles.toString(), FileHash.of(messages), KnowledgeBase.contentHash(articles), build()
        };
    }

    /** The program's own classes and resources are one jar or one folder. */
    private static String build() throws IOException {
        URL place = ReplayRun.class.getProtectionDomain().getCodeSource().getLocation();
        // A jar within a jar has no path of its own; then the program is the one jar that Java was started with.
        return FileHash.of(
                place.getProtocol().equals("file")
                        ? Path.of(URI.create(place.toString()))
                        : Path.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)[0]));
    }
}
