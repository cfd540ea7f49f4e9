package vn.lantoa.plan.plan;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.directory.Member;
import vn.lantoa.kit.http.Problem;

/**
 * By what authority somebody may sign on a day, as far as the directory can say (Decree 30/2020/NĐ-CP, Article 13): the head for the
 * body (TM) or in charge of the post (Q), a deputy in the head's place (KT), who was given the authority by the head only by that (TUQ,
 * TL).
 *
 * @param leaders everybody who holds the role of a leader on that day, in their own right or delegated
 */
record SigningAuthority(List<Member> leaders) {

    private static final Locale VIETNAMESE = Locale.of("vi");

    SigningAuthority {
        leaders = List.copyOf(leaders);
    }

    /**
     * @throws Problem.NotAllowed when they are no leader on that day
     * @throws Problem.RuleBroken when it is not theirs to sign like this
     */
    void require(SigningMode mode, UUID signer) {
        var posts = leaders.stream().filter(it -> it.personId().equals(signer)).toList();
        if (posts.isEmpty()) {
            throw new Problem.NotAllowed("plan.signer-without-authority");
        }
        var modes = modes(posts, signer);
        if (!modes.contains(mode)) {
            throw new Problem.RuleBroken("plan.signing-mode-not-fitting", mode.name()).with("signingModes", modes);
        }
    }

    private Set<SigningMode> modes(List<Member> posts, UUID signer) {
        var modes = EnumSet.noneOf(SigningMode.class);
        var own = posts.stream().filter(Member::isOwn).toList();
        if (own.isEmpty()) {
            modes.add(SigningMode.TUQ);
            modes.add(SigningMode.TL);
        }
        own.forEach(post -> modes.addAll(modes(post, signer)));
        return modes;
    }

    private Set<SigningMode> modes(Member post, UUID signer) {
        var position = position(post);
        var modes = EnumSet.noneOf(SigningMode.class);
        if (position == null) { // the directory does not say whether it is the head or a deputy
            modes.add(SigningMode.TM);
            modes.add(SigningMode.Q);
            if (hasHeadBeside(signer)) {
                modes.add(SigningMode.KT);
            }
        } else if (isDeputy(position)) {
            modes.add(SigningMode.KT);
        } else if (position.startsWith("quyền") || position.startsWith("q.")) {
            modes.add(SigningMode.Q);
        } else {
            modes.add(SigningMode.TM);
        }
        return modes;
    }

    /** Nobody signs in the place of a head who is not there. */
    private boolean hasHeadBeside(UUID signer) {
        return leaders.stream()
                .filter(it -> it.isOwn() && !it.personId().equals(signer))
                .map(SigningAuthority::position)
                .anyMatch(position -> position == null || !isDeputy(position));
    }

    private static @Nullable String position(Member post) {
        var position = post.position();
        return position == null || position.isBlank() ? null : position.strip().toLowerCase(VIETNAMESE);
    }

    private static boolean isDeputy(String position) {
        return position.startsWith("phó");
    }
}
