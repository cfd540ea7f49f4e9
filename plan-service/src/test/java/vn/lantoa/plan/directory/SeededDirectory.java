package vn.lantoa.plan.directory;

import jakarta.enterprise.inject.spi.CDI;
import java.nio.file.Path;
import java.util.UUID;
import vn.lantoa.testkit.Tokens;

/** The invented city of deploy/seed, filled in the way a new installation is filled. */
public final class SeededDirectory {

    public static final UUID CITY = UUID.fromString("0197c1ce-4200-7001-8000-000000000001");
    public static final UUID MAY_HA = UUID.fromString("0197c1ce-4200-7001-8000-000000000004");
    public static final UUID FRONT = UUID.fromString("0197c1ce-4200-7001-8000-000000000008");
    static final Path FILE = Path.of("..", "deploy", "seed", "directory.json");

    private SeededDirectory() {}

    public static void fill() {
        CDI.current().select(DirectorySeed.class).get().fillFrom(FILE);
    }

    /** @param number of the person in the seed, hexadecimal */
    public static String token(String alias, UUID organization, String number) {
        return Tokens.of("0197c1ce-4200-7004-8000-" + "0".repeat(12 - number.length()) + number, alias, organization);
    }

    public static String specialistOfMayHa() {
        return token("xa-may-ha", MAY_HA, "16");
    }
}
