package vn.lantoa.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which port each listener uses in one system. Immutable. */
public final class Ports {
    private final Map<Port, Integer> numbers;

    private Ports(Map<Port, Integer> numbers) {
        this.numbers = new EnumMap<>(numbers);
    }

    /** The standard ports, each moved by its environment variable. */
    public static Ports fromEnvironment(Map<String, String> environment) {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (Port port : Port.values()) {
            var text = environment.get(port.variable());
            numbers.put(port, text == null || text.isBlank() ? port.standard() : parse(port, text.strip()));
        }
        var ports = new Ports(numbers);
        ports.refuseDoubles();
        return ports;
    }

    /** Ports nobody uses at this moment, all different: for tests that run beside a live system. */
    public static Ports free() {
        var sockets = new ArrayList<ServerSocket>();
        try {
            var numbers = new EnumMap<Port, Integer>(Port.class);
            for (Port port : Port.values()) {
                var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                sockets.add(socket); // all stay open until the last is found, so that none is handed out twice
                numbers.put(port, socket.getLocalPort());
            }
            return new Ports(numbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(Ports::closeQuietly);
        }
    }

    public int of(Port port) {
        return numbers.get(port);
    }

    /** The same ports, except where {@code known} says otherwise. */
    Ports with(Map<Port, Integer> known) {
        var merged = new EnumMap<>(numbers);
        merged.putAll(known);
        return new Ports(merged);
    }

    Map<Port, Integer> of(Part part) {
        return numbers.entrySet().stream()
                .filter(entry -> entry.getKey().part() == part)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, () -> new EnumMap<>(Port.class)));
    }

    /** Says which ports of these parts somebody else holds and how to move ours; silent when all are free. */
    void refuseTaken(Collection<Part> parts) {
        var taken = new ArrayList<String>();
        for (Port port : numbers.keySet()) {
            if (parts.contains(port.part()) && isTaken(of(port))) {
                taken.add("Port %d, which %s needs, is taken by another program. Set %s to a free port."
                        .formatted(of(port), port.part().label(), port.variable()));
            }
        }
        if (!taken.isEmpty()) {
            throw new LaunchProblem(String.join("\n", taken) + "\nNothing was started.");
        }
    }

    static boolean isTaken(int number) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), number), 1);
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ports ports && ports.numbers.equals(numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    private static int parse(Port port, String text) {
        try {
            var number = Integer.parseInt(text);
            if (number > 0 && number < 65_536) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new LaunchProblem(port.variable() + " must be a port between 1 and 65535, not \"" + text + "\".");
    }

    private void refuseDoubles() {
        var users = numbers.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        Collectors.mapping(entry -> entry.getKey().variable(), Collectors.toList())));
        for (Map.Entry<Integer, List<String>> use : users.entrySet()) {
            if (use.getValue().size() > 1) {
                throw new LaunchProblem("Port " + use.getKey() + " is wanted by more than one part: "
                        + String.join(" and ", use.getValue().stream().sorted().toList()) + ". Give each its own.");
            }
        }
    }

    private static void closeQuietly(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // the port is free either way
        }
    }
}
