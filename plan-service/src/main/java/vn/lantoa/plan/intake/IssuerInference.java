package vn.lantoa.plan.intake;

import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the issuer in what the document says about itself when the letterhead is missing. */
final class IssuerInference {
    private static final Pattern ACTS = Pattern.compile(
            "(?:^|[;.:] ?)((?:ubnd|uy ban|ban thuong truc|ban chap hanh|dang uy|hoi dong|hdnd|van phong|phong|so|trung tam|ban chi dao|hoi|doan|cong an|mat tran)"
                    + "\\b[^;,:.]{2,90}?)\\s+(?:xay dung|ban hanh|to chuc trien khai|de nghi|yeu cau|lap ke hoach|thong bao|bao cao|trien khai|huong dan)\\b");
    private static final Pattern TERRITORY = Pattern.compile("\\b((?:xa|phuong|dac khu)\\s)");
    private static final int PLACE_WORDS = 5;

    private final DocumentText document;

    IssuerInference(DocumentText document) {
        this.document = document;
    }

    ExtractedPlan.Head complete(
            ExtractedPlan.Head head,
            @Nullable Phrase subject,
            Section body,
            ExtractedPlan.@Nullable Signer signer,
            List<ExtractedPlan.DigitalSignature> signatures) {
        if (head.issuer() != null) {
            return head;
        }
        for (var section : body.all()) {
            if (section.level() <= 0) {
                for (var paragraph : section.body()) {
                    var issuer = acting(paragraph.content());
                    if (!issuer.isEmpty()) {
                        return with(head, Words.evenHyphens(issuer.text()), issuer.source(document), 0.8);
                    }
                }
            }
        }
        var authority = authority(signer);
        var place = subject == null ? null : territory(subject.text());
        if (authority != null && signer != null && place != null) {
            return with(head, authority + " " + place, signer.source(), 0.6);
        }
        for (var signature : signatures) {
            if (signature.organization()) {
                return with(head, signature.signer(), signature.source(), 0.7);
            }
        }
        return head;
    }

    private static @Nullable String authority(ExtractedPlan.@Nullable Signer signer) {
        if (signer == null) {
            return null;
        }
        if (signer.authority() != null) {
            return signer.authority();
        }
        return signer.mode() == ExtractedPlan.SigningMode.TM ? signer.onBehalfOf() : null;
    }

    private static Passage acting(Passage paragraph) {
        var matcher = ACTS.matcher(paragraph.folded());
        while (matcher.find()) {
            var body = paragraph.part(matcher.start(1), matcher.end(1)).bare();
            boolean named = Character.isUpperCase(body.text().charAt(0)) && Words.count(body.text()) <= 14;
            if (named) {
                return body;
            }
        }
        return Passage.NONE;
    }

    /** "… trên địa bàn xã Mây Hạ năm 2026": the type of the place and the capitalised words behind it. */
    private static @Nullable String territory(String subject) {
        var matcher = TERRITORY.matcher(Folding.fold(subject));
        while (matcher.find()) {
            var name = new StringBuilder();
            int words = 0;
            for (var word : subject.substring(matcher.end(1)).split(" ")) {
                if (word.isEmpty() || !Character.isUpperCase(word.charAt(0)) || ++words > PLACE_WORDS) {
                    break;
                }
                name.append(' ').append(word);
            }
            if (!name.isEmpty()) {
                return subject.substring(matcher.start(1), matcher.end(1)).strip() + name;
            }
        }
        return null;
    }

    private static ExtractedPlan.Head with(ExtractedPlan.Head head, String issuer, Source source, double confidence) {
        var evidence = new HashMap<>(head.evidence());
        evidence.put("issuer", new Evidence(source, confidence));
        return new ExtractedPlan.Head(
                head.type(),
                head.number(),
                head.symbol(),
                head.numberLine(),
                head.place(),
                head.date(),
                head.datePrecision(),
                head.dateWords(),
                issuer,
                ExtractedPlan.IssuerState.INFERRED,
                head.parentBody(),
                evidence);
    }
}
