package io.sallyport.connector.builtin;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Errand;
import io.sallyport.connector.LookUp;
import io.sallyport.connector.Pager;
import io.sallyport.gate.Permit;
import java.util.Optional;

/** Pages as rows, for a desk whose people on call nobody has said how to reach. */
final class PageLog implements Pager {

    private final NoticeRows rows;
    private final ToolCalls calls;

    PageLog(NoticeRows rows, ToolCalls calls) {
        this.rows = rows;
        this.calls = calls;
    }

    @Override
    public Delivery page(Permit permit, Errand page) {
        return calls.write(permit, Tool.PAGES, page, () -> Optional.of(rows.insertPage(permit, page)));
    }

    @Override
    public LookUp lookUp(String effectId) {
        return calls.lookUp(Tool.PAGES, () -> rows.findPage(effectId));
    }
}
