package io.sallyport.cli;

import io.sallyport.connector.builtin.BuiltInTools;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "chat", description = "Shows what the desk said in the built-in team chat, newest first.")
final class ChatCommand implements Callable<Integer> {

    @Option(names = "--limit", defaultValue = "20", description = "At most so many (default: 20).")
    private int limit;

    @Override
    public Integer call() {
        try (var desk = OpenDesk.toLookAt()) {
            desk.getBean(BuiltInTools.class).posts(limit).forEach(NoticeText::print);
            return 0;
        }
    }
}
