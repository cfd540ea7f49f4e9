package vn.lantoa.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages link to files instead of repeating them; a link that leads nowhere fails the build. */
class DocumentLinksTest {

    static List<Path> pages() {
        return Repository.files(file -> file.toString().endsWith(".md"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) {
        assertThat(Markdown.deadLinks(page, Repository.text(page)))
                .as("dead links in %s", Repository.ROOT.relativize(page))
                .isEmpty();
    }

    @Test
    void deadLinksAreFound() {
        var page = Repository.ROOT.resolve("docs/page.md");
        var text = """
                # A heading, and more

                [there](../CONTRIBUTING.md) [here](#a-heading-and-more) [outside](https://example.org/x) `[code](nowhere)`
                [gone](gone.md) [no heading](#another) [no heading there](../CONTRIBUTING.md#no-such-heading)
                ```
                [in code](nowhere.md)
                ```
                """;

        assertThat(Markdown.deadLinks(page, text))
                .containsExactly("gone.md", "#another", "../CONTRIBUTING.md#no-such-heading");
    }
}
