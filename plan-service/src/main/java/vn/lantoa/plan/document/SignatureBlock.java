package vn.lantoa.plan.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.plan.document.Paper.Block;
import vn.lantoa.plan.document.Paper.Line;
import vn.lantoa.plan.plan.PlanDocumentContent;

/**
 * Who signs, and by what authority (Decree 30/2020/NĐ-CP, Điều 13 and Annex I, part I, II.7): for a collective body, in place of its
 * head, by order, by mandate, or acting. What the document does not say is what the body usually writes.
 */
final class SignatureBlock {

    private final PlanDocumentContent.Signature signature;
    private final OrganizationKind kind;
    private final PaperRules rules;

    SignatureBlock(PlanDocumentContent content, PaperRules rules) {
        this.signature = content.signature();
        this.kind = content.issuer().kind();
        this.rules = rules;
    }

    List<Block> lines() {
        var lines = new ArrayList<Block>();
        var mode = mode();
        var body = collective();
        switch (mode) {
            case "TM" -> {
                authority(lines, "TM", otherwise(signature.onBehalfOf(), body));
                position(lines, head());
            }
            case "KT" -> {
                if (body != null) {
                    authority(lines, "TM", otherwise(signature.authority(), body));
                }
                authority(lines, "KT", otherwise(signature.onBehalfOf(), head()));
                position(lines, "PHÓ " + head());
            }
            case "TL", "TUQ" -> {
                authority(lines, mode, otherwise(signature.onBehalfOf(), head()));
                position(lines, "CHÁNH VĂN PHÒNG");
            }
            case "Q" -> {
                if (body != null) {
                    authority(lines, "TM", otherwise(signature.authority(), body));
                }
                lines.add(new Line(
                        Element.POSITION,
                        mark("Q") + " "
                                + upper(otherwise(signature.position(), head()).replaceFirst("^Q\\. ?", ""))));
            }
            default -> position(lines, head());
        }
        lines.add(new Line(Element.SIGNER, Objects.requireNonNullElse(signature.name(), "")));
        return lines;
    }

    /** A plan that nobody has signed yet, of a body that decides together, is signed for the body. */
    private String mode() {
        var mode = signature.mode();
        if (mode != null) {
            return mode;
        }
        return signature.position() == null && collective() != null ? "TM" : "";
    }

    private void authority(List<Block> lines, String mode, String words) {
        lines.add(new Line(Element.AUTHORITY, mark(mode) + " " + upper(words)));
    }

    private void position(List<Block> lines, String usual) {
        lines.add(new Line(Element.POSITION, upper(otherwise(signature.position(), usual))));
    }

    /** The state writes "TM.", the Party "T/M". */
    private String mark(String mode) {
        if (!rules.isParty()) {
            return mode + ".";
        }
        return mode.length() == 1 ? mode + "." : mode.charAt(0) + "/" + mode.substring(1);
    }

    private @Nullable String collective() {
        return switch (kind) {
            case PEOPLE_COMMITTEE -> "ỦY BAN NHÂN DÂN";
            case PEOPLE_COUNCIL -> "HỘI ĐỒNG NHÂN DÂN";
            case PARTY_COMMITTEE -> "ĐẢNG ỦY";
            case FATHERLAND_FRONT -> "BAN THƯỜNG TRỰC";
            case MASS_ORGANISATION -> "BAN CHẤP HÀNH";
            default -> null;
        };
    }

    private String head() {
        return switch (kind) {
            case PEOPLE_COMMITTEE, PEOPLE_COUNCIL, FATHERLAND_FRONT, MASS_ORGANISATION -> "CHỦ TỊCH";
            case PARTY_COMMITTEE -> "BÍ THƯ";
            case DEPARTMENT, PUBLIC_UNIT -> "GIÁM ĐỐC";
            case PARTY_BOARD -> "TRƯỞNG BAN";
            case CENTRAL_BODY -> "BỘ TRƯỞNG";
        };
    }

    private static String otherwise(@Nullable String stated, @Nullable String usual) {
        return stated == null || stated.isBlank() ? Objects.requireNonNullElse(usual, "") : stated;
    }

    private static String upper(String words) {
        return words.toUpperCase(Locale.ROOT).replaceFirst("^UBND\\b", "ỦY BAN NHÂN DÂN");
    }
}
