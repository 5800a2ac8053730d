package io.sallyport.connector.builtin;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Errand;
import io.sallyport.connector.LookUp;
import io.sallyport.connector.TeamChat;
import io.sallyport.gate.Permit;
import java.util.Optional;

/** Posts as rows. */
final class BuiltInChat implements TeamChat {

    private final NoticeRows rows;
    private final ToolCalls calls;

    BuiltInChat(NoticeRows rows, ToolCalls calls) {
        this.rows = rows;
        this.calls = calls;
    }

    @Override
    public Delivery post(Permit permit, Errand post) {
        return calls.write(permit, Tool.CHAT, post, () -> Optional.of(rows.insertPost(permit, post)));
    }

    @Override
    public LookUp lookUp(String effectId) {
        return calls.lookUp(Tool.CHAT, () -> rows.findPost(effectId));
    }
}
