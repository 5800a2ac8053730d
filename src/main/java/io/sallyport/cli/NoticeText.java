package io.sallyport.cli;

import io.sallyport.connector.builtin.TeamNotice;

/** Posts and pages as the command line shows them. */
final class NoticeText {

    private NoticeText() {}

    static void print(TeamNotice notice) {
        System.out.println(notice.at() + "  " + notice.caseId() + "  " + notice.title() + "\n"
                + notice.text().indent(4).stripTrailing());
    }
}
