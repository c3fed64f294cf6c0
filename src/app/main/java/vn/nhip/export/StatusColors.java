package vn.nhip.export;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCfRule;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDxf;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCfType;

/** Colours the status cells by their icon; an equal colour rule that the file already has is taken again. */
final class StatusColors {

    /** Green, amber and blue-grey tell apart for most colour-blind readers; the icon and the words say it anyway. */
    private record Paint(Scorecard.Status status, String ink, String ground) {}

    private static final List<Paint> PAINTS = List.of(
            new Paint(Scorecard.Status.REACHED, "00573F", "CDEFE3"),
            new Paint(Scorecard.Status.NEAR, "7A4B00", "FFE9B8"),
            new Paint(Scorecard.Status.MISSED, "8A2D00", "FBD9C6"),
            new Paint(Scorecard.Status.NO_TARGET, "595959", "EDEDED"),
            new Paint(Scorecard.Status.NOT_ENOUGH, "595959", "EDEDED"));

    private StatusColors() {}

    static void paint(XSSFSheet sheet, CellRangeAddress cells, Labels labels) {
        CTConditionalFormatting formatting = sheet.getCTWorksheet().addNewConditionalFormatting();
        formatting.setSqref(List.of(cells.formatAsString()));
        String first = new CellRangeAddress(
                        cells.getFirstRow(), cells.getFirstRow(), cells.getFirstColumn(), cells.getFirstColumn())
                .formatAsString();
        int priority = 1;
        for (Paint paint : PAINTS) {
            String icon = OverviewTable.statusText(labels, paint.status()).substring(0, 1);
            CTCfRule rule = formatting.addNewCfRule();
            rule.setType(STCfType.EXPRESSION);
            rule.setPriority(priority++);
            rule.addFormula("LEFT($" + first + ",1)=\"" + icon + "\"");
            rule.setDxfId(look(sheet.getWorkbook().getStylesSource(), paint));
        }
    }

    private static long look(StylesTable styles, Paint paint) {
        byte[] ink = HexFormat.of().parseHex("FF" + paint.ink());
        byte[] ground = HexFormat.of().parseHex("FF" + paint.ground());
        for (int i = 0; i < styles._getDXfsSize(); i++) {
            if (isSame(styles.getDxfAt(i), ink, ground)) {
                return i;
            }
        }
        CTDxf look = CTDxf.Factory.newInstance();
        look.addNewFont().addNewColor().setRgb(ink);
        look.addNewFill().addNewPatternFill().addNewBgColor().setRgb(ground);
        return styles.putDxf(look) - 1L;
    }

    private static boolean isSame(CTDxf look, byte[] ink, byte[] ground) {
        return look.isSetFont()
                && look.getFont().sizeOfColorArray() == 1
                && Arrays.equals(look.getFont().getColorArray(0).getRgb(), ink)
                && look.isSetFill()
                && look.getFill().isSetPatternFill()
                && look.getFill().getPatternFill().isSetBgColor()
                && Arrays.equals(look.getFill().getPatternFill().getBgColor().getRgb(), ground);
    }
}
