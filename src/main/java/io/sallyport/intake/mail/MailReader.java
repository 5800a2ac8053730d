package io.sallyport.intake.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** Reads one mail; attachments are measured, not kept. Never throws; what is broken is named in the mail. */
public final class MailReader {

    private static final MimeConfig LENIENT = new MimeConfig.Builder()
            .setStrictParsing(false)
            .setMalformedHeaderStartsBody(false)
            .setMaxLineLen(-1)
            .setMaxHeaderLen(200_000)
            .setMaxHeaderCount(2_000)
            .setMaxContentLen(-1)
            .build();

    /** Each part costs a little; a mail of ten thousand parts is an attack. */
    private static final int MOST_PARTS = 500;

    private MailReader() {}

    public static Mail read(byte[] raw) {
        return read(raw, 0);
    }

    /** @param depth how many mails this one lies in */
    static Mail read(byte[] raw, int depth) {
        var draft = new MailDraft(depth);
        try {
            readParts(new ByteArrayInputStream(raw), draft);
        } catch (IOException | MimeException | RuntimeException e) {
            // The parser throws many kinds on hostile input; what was read up to there is kept and said to be broken.
            draft.fault("damaged mail (" + e.getClass().getSimpleName() + ")");
        }
        if (!draft.hasHead()) {
            draft.takeAsWords(TextBytes.decode(raw, Optional.empty()));
        }
        return draft.finish();
    }

    private static void readParts(InputStream raw, MailDraft draft) throws IOException, MimeException {
        var stream = new MimeTokenStream(LENIENT, DecodeMonitor.SILENT, null);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(raw);
        int parts = 0;
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_HEADER -> draft.startPart();
                case T_FIELD -> draft.field(stream.getField());
                case T_START_MULTIPART -> draft.startMultipart();
                case T_END_MULTIPART -> draft.endMultipart();
                case T_BODY -> draft.body(stream.getDecodedInputStream());
                case T_START_BODYPART -> parts++;
                default -> {}
            }
            if (parts > MOST_PARTS) {
                draft.fault("more than " + MOST_PARTS + " parts");
                return;
            }
        }
    }
}
