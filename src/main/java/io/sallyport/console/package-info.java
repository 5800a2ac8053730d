/**
 * The operator's pages under {@code /console}: what waits for a decision, each case with its proof, lanes and their
 * switches, articles and their reviews. Server-rendered; everything works without scripts, which only keep pages fresh.
 */
@ApplicationModule(
        allowedDependencies = {
            "action",
            "audit",
            "casefile",
            "connector::builtin",
            "escalation",
            "gate",
            "gate::authorization",
            "insight",
            "knowledge",
            "platform",
            "platform::web",
            "routing"
        })
@NullMarked
package io.sallyport.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
