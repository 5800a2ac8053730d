package io.sallyport.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Runs the desk: worker, console, API and inbox, until it is stopped.")
final class ServeCommand implements Callable<Integer> {

    @Option(names = "--port", description = "The port to listen on, on 127.0.0.1 (default: 8080).")
    private int port = 8080;

    @Option(
            names = "--address",
            description = "The address to listen on (default: 127.0.0.1; put a TLS proxy in front of any other).")
    private String address = "127.0.0.1";

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(Map.of("server.port", port, "server.address", address));
        try (var desk = OpenDesk.toServe(settings)) {
            System.out.println("Sallyport listens on http://" + address + ":" + port + "/ (console: /console)");
            var ended = new CountDownLatch(1);
            desk.addApplicationListener(event -> {
                if (event instanceof org.springframework.context.event.ContextClosedEvent) {
                    ended.countDown();
                }
            });
            ended.await();
        }
        return 0;
    }
}
