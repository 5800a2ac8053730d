package io.sallyport.cli;

import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.gate.LaneModes;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "lane",
        description = "Shows the lanes' modes, or sets one; once a change is printed it holds on every node.")
final class LaneCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "LANE",
            description = "answer, action, escalation or knowledge; 'all' with a mode sets them all.")
    private @Nullable String name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "MODE", description = "off, shadow, draft or auto.")
    private @Nullable LaneMode mode;

    @Option(names = "--as", paramLabel = "NAME", description = "Who sets it (default: the user of this machine).")
    private String person = System.getProperty("user.name", "command line");

    @Override
    public Integer call() {
        try (var desk = OpenDesk.toLookAt()) {
            LaneModes lanes = desk.getBean(LaneModes.class);
            meant().forEach(lane -> setAndShow(lanes, lane));
            return 0;
        }
    }

    private List<Lane> meant() {
        if (name == null || name.equals("all")) {
            return List.of(Lane.values());
        }
        return Arrays.stream(Lane.values())
                .filter(lane -> lane.label().equals(name))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no lane '" + name + "'; there are answer, action, escalation and knowledge"));
    }

    private void setAndShow(LaneModes lanes, Lane lane) {
        if (mode != null) {
            lanes.set(lane, mode, person);
        }
        System.out.printf("%-11s %s%n", lane.label(), lanes.mode(lane).label());
    }
}
