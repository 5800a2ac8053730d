package io.sallyport.gate;
import io.sallyport.casefile.*;
import java.util.*;
import org.junit.jupiter.api.Test;
class TryTest {
    @Test void t() throws Exception {
        var kit = new GateCase();
        kit.written = "My sensor is offline since yesterday. Thanks, Anna";
        for (var line : java.nio.file.Files.readAllLines(java.nio.file.Path.of("/tmp/h7.txt"))) {
            String[] parts = line.split("\\|", 2);
            var r = new Reply(Reply.Kind.PERSONAL, "anna@example.org", "Re: Pro and pairing", parts[0], List.of(Sentence.plain(parts[1].replace("\\n","\n"), Sentence.Layout.PARAGRAPH)));
            var rec = kit.recordWith(new Fact.ReplyComposed(r, 1, "x"));
            var v = kit.gates().disclosure().judge(rec, r);
            System.out.println((v.isPass() ? "PASS " : "STOP ") + line + (v instanceof Verdict.Stop s ? "\n      " + s.flagged().stream().map(f -> f.why()).toList() : ""));
        }
    }
}
