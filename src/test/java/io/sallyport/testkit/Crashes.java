package io.sallyport.testkit;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Proposal;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.CodeChannel;
import io.sallyport.connector.IssueTracker;
import io.sallyport.connector.Pager;
import io.sallyport.connector.ReplyChannel;
import io.sallyport.connector.TeamChat;
import io.sallyport.delivery.ErrandDoors;
import io.sallyport.flow.Agents;
import io.sallyport.gate.Gate;
import io.sallyport.gate.Permit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Kills the process once at every place where it reads a case or asks the world, and on both sides of whatever changes the
 * world: what was not committed by then is lost, as with kill -9.
 */
final class Crashes {

    /** What says something of the door itself, and of no case. */
    private static final Set<String> HARMLESS = Set.of("name", "serves", "toString", "hashCode", "equals");

    private final Set<String> places = new HashSet<>();

    Agents around(Agents agents) {
        return around(Agents.class, agents, "agents");
    }

    <P extends Proposal> Gate<P> around(Gate<P> gate) {
        return around(Gate.class, gate, "gate " + gate.name());
    }

    ReplyChannel around(ReplyChannel channel) {
        return around(ReplyChannel.class, channel, "channel");
    }

    ActionPort around(ActionPort port) {
        return around(ActionPort.class, port, "port");
    }

    CodeChannel around(CodeChannel channel) {
        return around(CodeChannel.class, channel, "codes");
    }

    ErrandDoors around(ErrandDoors doors) {
        return new ErrandDoors(
                doors.pager().map(pager -> around(Pager.class, pager, "pager")),
                doors.tracker().map(tracker -> around(IssueTracker.class, tracker, "tracker")),
                doors.chat().map(chat -> around(TeamChat.class, chat, "chat")));
    }

    private <T> T around(Class<? super T> type, T inner, String name) {
        return Around.each(type, inner, (method, arguments, call) -> {
            if (HARMLESS.contains(method.getName())) {
                return call.go();
            }
            String place = name + ", " + method.getName() + " " + subject(arguments);
            at("before " + place);
            var answer = call.go();
            if (arguments.stream().anyMatch(Permit.class::isInstance)) {
                at("after " + place);
            }
            return answer;
        });
    }

    /** Dies the first time it comes to a place. */
    private void at(String place) {
        if (places.add(place)) {
            throw new Crash(place);
        }
    }

    /** Whatever makes this call another than the last of its kind. */
    private static String subject(List<Object> arguments) {
        return arguments.stream()
                .map(argument -> switch (argument) {
                    case CaseRecord record -> record.id() + " at version " + record.version();
                    case Permit permit -> permit.effectId();
                    case String text -> text;
                    default -> "";
                })
                .collect(Collectors.joining(" "));
    }
}
