using HotGigs.Core.Reading;
using NUnit.Framework;

namespace HotGigs.Tests.Reading.Layout;

public sealed class LanguageDetectorTests
{
    [TestCase("en", "Managed a team of four and worked with the sales department from 2015 to 2019")]
    [TestCase("de", "Leitung eines Teams von vier Personen und Entwicklung der Software für den Vertrieb")]
    [TestCase("fr", "Gestion d'une équipe de quatre personnes et développement du logiciel pour les ventes")]
    [TestCase("es", "Gestión de un equipo de cuatro personas y desarrollo del software para las ventas")]
    [TestCase("pt", "Gestão de uma equipa de quatro pessoas e desenvolvimento do software para as vendas")]
    [TestCase("it", "Gestione di un gruppo di quattro persone e sviluppo del software per le vendite")]
    [TestCase("nl", "Leiding van een team van vier mensen en ontwikkeling van de software voor het bedrijf")]
    [TestCase("pl", "Zarządzanie zespołem czterech osób oraz rozwój oprogramowania dla działu sprzedaży w firmie")]
    [TestCase("tr", "Dört kişilik bir ekibin yönetimi ve satış için yazılım geliştirme deneyimi")]
    [TestCase("sv", "Ansvarig för ett team med fyra personer och utveckling av mjukvara för företaget")]
    [TestCase("zh", "负责四人团队的管理和销售软件的开发，使用 Java 和 Kubernetes 构建服务平台系统")]
    [TestCase("ja", "四人のチームを管理し、販売のためのソフトウェアを開発しました")]
    [TestCase("ar", "إدارة فريق من أربعة أشخاص وتطوير البرمجيات للمبيعات")]
    [TestCase("fa", "مدیریت یک گروه چهار نفره و توسعه نرم‌افزار برای پروژه‌های بزرگ")]
    [TestCase("ru", "Управление командой из четырёх человек и разработка программ")]
    [TestCase("uk", "Керівництво командою з чотирьох осіб і розробка програмного забезпечення її відділу")]
    [TestCase("ko", "네 명으로 이루어진 팀을 관리하고 영업용 소프트웨어를 개발했습니다")]
    [TestCase("he", "ניהול צוות של ארבעה אנשים ופיתוח תוכנה עבור מחלקת המכירות")]
    [TestCase("el", "Διοίκηση ομάδας τεσσάρων ατόμων και ανάπτυξη λογισμικού")]
    public void GivenSentence_WhenDetected_ThenItsLanguageIsKnown(string language, string text) =>
        Assert.That(LanguageDetector.Detect(text), Is.EqualTo(language));

    [TestCase("")]
    [TestCase("Ana Silva")]
    [TestCase("Kubernetes Docker Terraform Ansible Jenkins")]
    [TestCase("12345 67890 12345 67890")]
    public void GivenTooLittle_WhenDetected_ThenItIsUnsure(string text) => Assert.That(LanguageDetector.Detect(text), Is.Null);
}
