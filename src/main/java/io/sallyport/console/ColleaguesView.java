package io.sallyport.console;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.HandOver;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What people say and do among themselves about a case.
 *
 * @param mergedInto the case that it goes on with; empty when it stands by itself
 * @param cluster of cases with one cause; empty when it is in none
 */
record ColleaguesView(
        List<NoteView> notes, String mergedInto, String cluster, List<String> categories, List<String> queues) {

    public record NoteView(String by, Moment at, String text) {}

    static ColleaguesView of(CaseRecord record, Instant now) {
        return new ColleaguesView(
                record.handOver().notes().stream()
                        .map(note -> new NoteView(note.by(), Moment.of(note.at(), now), note.text()))
                        .toList(),
                record.handOver().mergedInto().map(CaseId::value).orElse(""),
                record.handOver().cluster().map(HandOver.Cluster::id).orElse(""),
                Stream.of(Category.values()).map(Category::label).toList(),
                QueuePage.QUEUES);
    }
}
