package vn.lantoa.endtoend.proof;

import java.util.List;
import java.util.function.Supplier;
import vn.lantoa.local.Http;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;
import vn.lantoa.local.mainjob.People;

/** In whose name the walk goes. */
record Identity(String name, Kind kind, String organization, Supplier<Http> http) {

    enum Kind {
        NOBODY,
        /** Somebody whose token is good but names no organization: they asked for one of which they are no member. */
        NO_MEMBER,
        /** A member of another organization. */
        STRANGER,
        /** A member of the organization itself, of a unit that has no part in the things. */
        OTHER_UNIT,
        /** A program of another organization, with no right but its own. */
        MACHINE,
        /** A program of the organization itself that was granted no scope. */
        NO_SCOPE
    }

    /** Of no organization, or of another. */
    static List<Identity> outsiders(LocalSystem system, People people) {
        return List.of(
                new Identity("nobody", Kind.NOBODY, "", () -> Http.at(system.url(Part.GATEWAY))),
                new Identity(
                        "chutich.donglinh who asked for xa-may-ha",
                        Kind.NO_MEMBER,
                        "",
                        () -> people.person("chutich.donglinh", People.COMMUNE)),
                stranger(people, "chutich.donglinh", "xa-dong-linh"),
                stranger(people, "quantri.donglinh", "xa-dong-linh"),
                stranger(people, "truongphong.vhxh.donglinh", "xa-dong-linh"),
                stranger(people, "chuyenvien.vhxh.donglinh", "xa-dong-linh"),
                stranger(people, "vanthu.donglinh", "xa-dong-linh"),
                stranger(people, "giamdoc.vhttdl", "so-vhttdl"),
                stranger(people, "theodoi.vhttdl", "so-vhttdl"),
                stranger(people, "chutich.mttq.mayha", "mttq-xa-may-ha"),
                stranger(people, "chuyenvien.mttq.mayha", "mttq-xa-may-ha"),
                new Identity("machine of the city", Kind.MACHINE, People.CITY, people::cityMachine));
    }

    /** A program of the organization itself, with a key that works and no scope: it is let in nowhere. */
    static Identity withoutScope(Estate estate) {
        return new Identity("machine without a scope", Kind.NO_SCOPE, People.COMMUNE, estate::machineWithoutScope);
    }

    /** Of the organization itself. */
    static List<Identity> colleagues(People people) {
        return List.of(new Identity(
                "truongcongan.mayha",
                Kind.OTHER_UNIT,
                People.COMMUNE,
                () -> people.person("truongcongan.mayha", People.COMMUNE)));
    }

    private static Identity stranger(People people, String user, String organization) {
        return new Identity(
                user + " of " + organization, Kind.STRANGER, organization, () -> people.person(user, organization));
    }
}
