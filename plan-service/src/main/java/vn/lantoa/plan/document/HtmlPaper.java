package vn.lantoa.plan.document;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import vn.lantoa.plan.document.Paper.Block;
import vn.lantoa.plan.document.Paper.Grid;
import vn.lantoa.plan.document.Paper.Line;
import vn.lantoa.plan.document.Paper.Rule;

/** A paper as XHTML with the paged CSS that the PDF is made of. It refers to nothing outside itself. */
final class HtmlPaper {

    /** The name under which the fonts of {@link Typeface} are known to the style sheet. */
    static final String FONT = "Liberation Serif";

    private final Paper paper;
    private final PaperRules rules;
    private final StringBuilder html = new StringBuilder(64 * 1024);

    private HtmlPaper(Paper paper) {
        this.paper = paper;
        this.rules = paper.rules();
    }

    static String write(Paper paper) {
        var it = new HtmlPaper(paper);
        it.write();
        return it.html.toString();
    }

    private void write() {
        html.append("<html lang=\"vi\"><head><title>");
        text(paper.title());
        html.append("</title><style>");
        style();
        html.append("</style></head><body>");
        paper.head().forEach(pair -> sideBySide(pair, "head"));
        var body = paper.body();
        body.subList(0, body.size() - 1).forEach(this::block);
        html.append("<div class=\"together\">");
        block(body.getLast());
        sideBySide(paper.end(), "end");
        html.append("</div></body></html>");
    }

    private void style() {
        var page = rules.page();
        var number = rules.look(Element.PAGE_NUMBER);
        css("@page{size:A4 portrait;margin:%smm %smm %smm %smm;", page.top(), page.right(), page.bottom(), page.left());
        css("@top-center{content:counter(page);font-family:'%s';font-size:%spt;}}", FONT, number.size());
        css("@page:first{@top-center{content:none;}}");
        css("body{margin:0;font-family:'%s';color:#000;line-height:1.15;}", FONT);
        css("p{margin:0;padding:0;}table{width:100%%;border-collapse:collapse;border-spacing:0;table-layout:fixed;}");
        css(
                "table.head td,table.end td{vertical-align:top;padding:0;}table.head{margin-bottom:6pt;}table.end{margin-top:10pt;}");
        css(
                "table.grid{margin-top:6pt;margin-bottom:2pt;-fs-table-paginate:paginate;}table.grid tr{page-break-inside:avoid;}");
        css("table.grid td,table.grid th{border:0.5pt solid #000;padding:2pt 4pt;vertical-align:middle;}");
        css("div.rule{border-top:0.75pt solid #000;height:2pt;margin:2pt auto 4pt auto;}");
        css(".together{page-break-inside:avoid;}");
        css("td.middle p{text-align:center;}");
        rules.looks().forEach(this::style);
    }

    private void style(Look look) {
        var element = look.element();
        css(
                "p.%s{font-size:%spt;text-align:%s;font-weight:%s;font-style:%s;",
                element.id(),
                look.size(),
                look.align().css(),
                look.isBold() ? "bold" : "normal",
                look.isItalic() ? "italic" : "normal");
        switch (element) {
            case BASIS, SECTION, SUBSECTION, BODY, ADDRESSEE ->
                css("text-indent:%smm;margin-top:%spt;", PaperRules.FIRST_LINE_MM, PaperRules.PARAGRAPH_GAP);
            case TYPE -> css("margin-top:18pt;");
            case SIGNER -> css("margin-top:72pt;");
            default -> {}
        }
        if (element == Element.SECTION || element == Element.SUBSECTION) {
            css("page-break-after:avoid;");
        }
        if (look.underlined()) {
            css("text-decoration:underline;");
        }
        css("}");
    }

    private void css(String template, Object... arguments) {
        html.append(String.format(Locale.ROOT, template, arguments));
    }

    private void block(Block block) {
        switch (block) {
            case Line it -> line(it.element(), it.text());
            case Rule it -> css("<div class=\"rule\" style=\"width:%.1fpt\"></div>", it.points());
            case Grid it -> grid(it);
        }
    }

    private void line(Element element, String text) {
        css("<p class=\"%s\">", element.id());
        text(text);
        html.append("</p>");
    }

    private void sideBySide(Paper.Pair pair, String kind) {
        css("<table class=\"%s\"><tr><td style=\"width:%.0f%%\">", kind, Paper.LEFT_COLUMN * 100);
        pair.left().forEach(this::block);
        html.append("</td><td>");
        pair.right().forEach(this::block);
        html.append("</td></tr></table>");
    }

    private void grid(Grid grid) {
        html.append("<table class=\"grid\"><thead>");
        html.append("<tr>");
        for (int column = 0; column < grid.head().size(); column++) {
            css("<th style=\"width:%.1f%%\">", grid.share(column) * 100);
            line(Element.TABLE_HEAD, grid.head().get(column));
            html.append("</th>");
        }
        html.append("</tr></thead><tbody>");
        grid.rows().forEach(this::row);
        html.append("</tbody></table>");
    }

    private void row(List<String> texts) {
        html.append("<tr>");
        for (int column = 0; column < texts.size(); column++) {
            html.append(column == 1 ? "<td>" : "<td class=\"middle\">");
            line(Element.TABLE_TEXT, texts.get(column));
            html.append("</td>");
        }
        html.append("</tr>");
    }

    /** Blanks that somebody fills in by hand stay as wide as they are. */
    private void text(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case ' ' -> html.append(i > 0 && composed.charAt(i - 1) == ' ' ? "&#160;" : " ");
                default -> {
                    if (c >= ' ' || c == '\n' || c == '\t') { // other controls are no XML
                        html.append(c);
                    }
                }
            }
        }
    }
}
