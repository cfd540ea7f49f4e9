package vn.lantoa.benchmarks;

import java.io.PrintStream;
import java.util.Set;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;

/** One question of the form: how far is ours from what the raw part can do? */
interface Scenario {

    String name();

    /** What is compared, in one sentence. */
    String question();

    Set<Part> parts();

    void run(LocalSystem system, Load load, int[] clients, PrintStream out) throws Exception;
}
