package vn.nhip.config;

import java.util.List;
import java.util.Locale;
import vn.nhip.catalogue.Texts;

/**
 * The answers to the guide's five questions, from which KPIs, owners and targets are proposed.
 *
 * <p>Shape: at least one goal; {@code responsible} is a role and may be empty; tools are free text, the usual ones by the
 * id of {@link Tool}.
 */
public record Setup(
        List<Goal> goals, Industry industry, List<Department> departments, String responsible, List<String> tools) {

    public Setup {
        goals = List.copyOf(goals);
        departments = List.copyOf(departments);
        tools = List.copyOf(tools);
    }

    /** An answer to choose: its id in YAML and its words on screen. */
    public interface Answer {

        String name();

        Texts label();

        default String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public enum Goal implements Answer {
        GROW_REVENUE("Tăng doanh thu", "Grow revenue"),
        WIN_CUSTOMERS("Có thêm khách hàng mới", "Win new customers"),
        SATISFY_CUSTOMERS("Khách hàng hài lòng và gắn bó hơn", "Satisfy and keep customers"),
        WORK_EFFICIENTLY("Hoạt động hiệu quả, tiết kiệm chi phí", "Work efficiently, spend less");

        private final String vi;
        private final String en;

        Goal(String vi, String en) {
            this.vi = vi;
            this.en = en;
        }

        @Override
        public Texts label() {
            return new Texts(vi, en);
        }
    }

    public enum Industry implements Answer {
        E_COMMERCE("Thương mại điện tử", "E-commerce"),
        RETAIL("Cửa hàng bán lẻ", "Retail shop"),
        SAAS("Phần mềm dịch vụ (SaaS)", "Software as a service"),
        MANUFACTURING("Sản xuất", "Manufacturing"),
        SERVICES("Dịch vụ", "Services"),
        OTHER("Ngành khác", "Another industry");

        private final String vi;
        private final String en;

        Industry(String vi, String en) {
            this.vi = vi;
            this.en = en;
        }

        @Override
        public Texts label() {
            return new Texts(vi, en);
        }
    }

    /** A part of the business, with the role that owns its KPIs when nobody is named. */
    public enum Department implements Answer {
        MARKETING("Marketing", "Marketing", "Trưởng nhóm marketing", "Marketing lead"),
        SALES("Bán hàng", "Sales", "Trưởng nhóm bán hàng", "Sales lead"),
        CUSTOMER_CARE("Chăm sóc khách hàng", "Customer care", "Trưởng nhóm chăm sóc khách hàng", "Customer care lead"),
        ACCOUNTING("Kế toán", "Accounting", "Kế toán trưởng", "Chief accountant"),
        MANAGEMENT("Ban quản lý", "Management", "Quản lý chung", "General manager"),
        PRODUCTION("Sản xuất", "Production", "Quản lý sản xuất", "Production manager"),
        HUMAN_RESOURCES("Nhân sự", "Human resources", "Trưởng phòng nhân sự", "Human resources lead");

        private final String vi;
        private final String en;
        private final String roleVi;
        private final String roleEn;

        Department(String vi, String en, String roleVi, String roleEn) {
            this.vi = vi;
            this.en = en;
            this.roleVi = roleVi;
            this.roleEn = roleEn;
        }

        @Override
        public Texts label() {
            return new Texts(vi, en);
        }

        public Texts role() {
            return new Texts(roleVi, roleEn);
        }
    }

    public enum Tool implements Answer {
        GOOGLE_ANALYTICS("Google Analytics", "Google Analytics"),
        AD_PLATFORMS("Nền tảng quảng cáo (Google Ads, Facebook Ads…)", "Ad platforms (Google Ads, Facebook Ads …)"),
        EMAIL_TOOL("Công cụ gửi email", "E-mail tool"),
        CRM("CRM", "CRM"),
        POS("Máy bán hàng (POS)", "Point of sale (POS)"),
        MARKETPLACES("Sàn thương mại điện tử", "Marketplaces"),
        ACCOUNTING_SOFTWARE("Phần mềm kế toán", "Accounting software"),
        SPREADSHEETS("Excel, Google Sheets", "Excel, Google Sheets"),
        KPI_SOFTWARE("Phần mềm quản lý KPI", "KPI software");

        private final String vi;
        private final String en;

        Tool(String vi, String en) {
            this.vi = vi;
            this.en = en;
        }

        @Override
        public Texts label() {
            return new Texts(vi, en);
        }
    }
}
