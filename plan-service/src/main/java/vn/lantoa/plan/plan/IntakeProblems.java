package vn.lantoa.plan.plan;

import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.intake.DocumentRefusal;

/** Tells the person who uploaded a file why it is not taken, and what to do. */
final class IntakeProblems {

    private IntakeProblems() {}

    static Problem of(DocumentRefusal refusal) {
        return switch (refusal) {
            case DocumentRefusal.Empty _ -> new Problem.Unprocessable("intake.empty");
            case DocumentRefusal.TooLarge it -> tooLarge(it.maxBytes());
            case DocumentRefusal.Encrypted it ->
                new Problem.Unprocessable("intake.encrypted", it.format().name());
            case DocumentRefusal.MacroCarrying _ -> new Problem.Unprocessable("intake.macros");
            case DocumentRefusal.Mislabelled it ->
                new Problem.UnsupportedContent("intake.type-mismatch", it.declared(), it.found());
            case DocumentRefusal.Unsupported it -> new Problem.UnsupportedContent("intake.unsupported", it.found());
            case DocumentRefusal.ArchiveBomb _ -> new Problem.Unprocessable("intake.zip-bomb");
            case DocumentRefusal.UnsafeXml _ -> new Problem.Unprocessable("intake.unsafe-xml");
            case DocumentRefusal.Damaged it ->
                new Problem.Unprocessable("intake.unreadable", it.format().name());
            case DocumentRefusal.NoTextLayer it -> new Problem.Unprocessable("intake.no-text", it.pages());
            case DocumentRefusal.NoText _ -> new Problem.Unprocessable("intake.empty");
            case DocumentRefusal.NotText _ -> new Problem.Unprocessable("intake.not-unicode");
            case DocumentRefusal.TooManyPages it ->
                new Problem.TooLarge("intake.too-many-pages", it.pages(), it.maxPages());
            case DocumentRefusal.TooMuchText it -> new Problem.TooLarge("intake.too-much-text", it.maxCharacters());
            case DocumentRefusal.TooSlow it ->
                new Problem.Unprocessable("intake.too-slow", it.maxTime().toSeconds());
        };
    }

    static Problem tooLarge(long maxBytes) {
        return new Problem.TooLarge("intake.too-large", maxBytes >> 20);
    }
}
